package dev.headroom.app.cli;

/** How a run shows where it is. */
enum ProgressMode {
    /** A live line on a terminal, plain lines elsewhere. */
    AUTO,
    /** A plain line now and then. */
    PLAIN,
    /** Nothing. */
    NONE
}
