/** The ledger: accounting data as a pure function of configuration and seed. */
module dev.headroom.generator {
    requires dev.headroom.guard.api;
    requires static org.jspecify;
}
