package dev.headroom.app.audit;

/** An entry with its node and edges of the graph, and with the labels that name it. */
final class GraphFlags extends Relation {
    static final int LABEL = 0;
    static final int NODE = 1;
    static final int EDGE = 2;

    private final RuleFindings findings;
    private boolean labelled;

    GraphFlags(RuleFindings findings) {
        super(0);
        this.findings = findings;
    }

    @Override
    void begin() {
        labelled = false;
    }

    @Override
    void take(Fact fact) {
        if (fact.role() == LABEL) {
            labelled = true;
            return;
        }
        findings.checked(Rule.GRAPH_FLAGS, 1);
        if (labelled != (fact.value(0) != 0)) {
            findings.violation(
                    Rule.GRAPH_FLAGS,
                    fact.role() == NODE ? "graph_nodes" : "graph_edges",
                    fact.row(),
                    labelled
                            ? "a label names its entry, and it has no flag"
                            : "it has the flag, and no label names its entry");
        }
    }

    @Override
    void end() {}
}
