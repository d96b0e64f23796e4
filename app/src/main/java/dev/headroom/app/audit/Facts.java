package dev.headroom.app.audit;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Brings the facts of each key together, level after level. */
final class Facts implements Closeable {
    static final int LEVELS = 3;

    private final List<Sorter> sorters = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();

    Facts(SpillDirectory directory, int bufferBytes) {
        for (int level = 0; level < LEVELS; level++) {
            sorters.add(new Sorter(directory, Fact.WIDTH, bufferBytes));
        }
    }

    /** Makes a relation take part in the joining. */
    <R extends Relation> R with(R relation) {
        relation.setNumber(relations.size());
        relations.add(relation);
        return relation;
    }

    /** A way to say facts from one thread. */
    Teller teller() {
        List<Sorter.Appender> appenders = new ArrayList<>();
        for (Sorter sorter : sorters) {
            appenders.add(sorter.appender());
        }
        return new Teller(appenders);
    }

    /** Says facts. Used by one thread. */
    static final class Teller {
        private final List<Sorter.Appender> appenders;
        private final Fact fact = new Fact();

        private Teller(List<Sorter.Appender> appenders) {
            this.appenders = appenders;
        }

        /** Says a fact of a key. */
        void tell(Relation relation, long key, int role, long row, long... values) throws IOException {
            fact.of(relation, key, role, row);
            for (int i = 0; i < values.length; i++) {
                fact.with(i, values[i]);
            }
            fact.addTo(appenders.get(relation.level()));
        }
    }

    /** Brings all facts together, after the last of the first level was said. */
    void join() throws IOException {
        Fact fact = new Fact();
        for (Sorter sorter : sorters) {
            Sorter.Merge merge = sorter.sorted();
            Relation current = null;
            long key = 0;
            while (merge.next()) {
                fact.take(merge);
                if (current == null || fact.key() != key || fact.relation() != current.number()) {
                    if (current != null) {
                        current.end();
                    }
                    current = relations.get(fact.relation());
                    key = fact.key();
                    current.begin();
                }
                current.take(fact);
            }
            if (current != null) {
                current.end();
            }
            sorter.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (Sorter sorter : sorters) {
            sorter.close();
        }
    }
}
