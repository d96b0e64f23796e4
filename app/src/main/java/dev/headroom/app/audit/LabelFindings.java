package dev.headroom.app.audit;

/** Is told where labels and rows do not fit. */
interface LabelFindings {
    /** Where labels do not matter, or are told elsewhere. */
    LabelFindings IGNORED = new LabelFindings() {
        @Override
        public void lostQualityLabel(long labelRow) {}

        @Override
        public void lostAnomalyLabel(long labelRow) {}

        @Override
        public void differs(String table, long row, String what) {}
    };

    /** A label of data quality whose row is not there, or not where the order of labels has it. */
    void lostQualityLabel(long labelRow);

    /** A label of an anomaly whose entry is not there, or not where the order of labels has it. */
    void lostAnomalyLabel(long labelRow);

    /** A row that has another value than its label says, or a duplicate that is not one. */
    void differs(String table, long row, String what);
}
