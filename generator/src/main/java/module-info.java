/** The ledger: accounting data as a pure function of configuration and seed. */
module dev.headroom.generator {
    exports dev.headroom.generator;

    requires transitive dev.headroom.guard.api;
    requires static org.jspecify;
}
