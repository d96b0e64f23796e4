package dev.headroom.app.audit;

import java.io.IOException;

/**
 * A document with its lines, or with what it clears. Its header comes in two facts, then come the lines. What they add up to is what its
 * entry has to post, and is told to {@link EntryPosting}.
 */
abstract class PostedDocument extends Relation {
    static final int HEADER = 0;
    static final int MORE = 1;
    static final int LINE = 2;

    // Numbers of the header.
    static final int SIGN = 0;
    static final int PLACE = 1;
    static final int JOURNAL = 2;
    static final int FIRST = 3;
    static final int SECOND = 4;
    static final int THIRD = 5;
    // Numbers of its second fact.
    static final int DOCUMENT = 0;
    static final int ID = 1;
    static final int ORDER = 2;
    static final int MOVED = 3;
    static final int PARTY = 4;
    /** The period of its day. */
    static final int SLOT = 5;

    final Facts.Teller teller;
    final RuleFindings findings;
    private final long[] header = new long[Fact.VALUES];
    private final long[] more = new long[Fact.VALUES];
    private long row;
    private long lines;

    PostedDocument(Facts.Teller teller, RuleFindings findings) {
        super(0);
        this.teller = teller;
        this.findings = findings;
    }

    @Override
    final void begin() {
        row = 0;
        lines = 0;
        clear();
    }

    @Override
    final void take(Fact fact) throws IOException {
        switch (fact.role()) {
            case HEADER -> {
                row = fact.row();
                copy(fact, header);
            }
            case MORE -> copy(fact, more);
            default -> {
                if (row > 0) {
                    lines++;
                    line(fact);
                }
            }
        }
    }

    private static void copy(Fact fact, long[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = fact.value(i);
        }
    }

    @Override
    final void end() throws IOException {
        if (row > 0) {
            finish();
        }
    }

    final long header(int index) {
        return header[index];
    }

    final long more(int index) {
        return more[index];
    }

    final long row() {
        return row;
    }

    final long lines() {
        return lines;
    }

    /** Tells the document's entry what it has to post. */
    final void expect(EntryPosting entries, int role, long first, long second) throws IOException {
        if (header[JOURNAL] != 0) {
            teller.tell(
                    entries,
                    header[JOURNAL],
                    role,
                    row,
                    more[DOCUMENT],
                    header[PLACE],
                    header[SIGN],
                    first,
                    second,
                    more[ORDER]);
        }
    }

    /** Forgets what lines added up to. */
    abstract void clear();

    /** Takes a line. */
    abstract void line(Fact fact) throws IOException;

    /** Has all lines of a document. */
    abstract void finish() throws IOException;
}
