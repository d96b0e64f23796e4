package dev.headroom.generator.master;

import dev.headroom.table.RecordBatch;
import dev.headroom.table.TextVector;

/** Fills the columns that companies, vendors and customers share: tax number, bank account, address. One batch, one thread. */
final class PartnerDetails {
    private static final int TAX_SLOT = 32;
    private static final int BANK_SLOT = 33;
    private static final int ADDRESS_SLOT = 34;

    private final TextVector taxId;
    private final TextVector bankAccount;
    private final TextVector street;
    private final TextVector postalCode;
    private final TextVector city;

    PartnerDetails(RecordBatch batch) {
        taxId = batch.texts("tax_id");
        bankAccount = batch.texts("bank_account");
        street = batch.texts("street");
        postalCode = batch.texts("postal_code");
        city = batch.texts("city");
    }

    void fill(int row, Country country, long key) {
        taxId.set(row, country.taxId(new Picks(key, TAX_SLOT)));
        bankAccount.set(row, country.bankAccount(new Picks(key, BANK_SLOT)));
        Country.Address address = country.address(addressPicks(key));
        street.set(row, address.street());
        postalCode.set(row, address.postalCode());
        city.set(row, address.city());
    }

    /** What the address of a record is composed with. */
    Picks addressPicks(long key) {
        return new Picks(key, ADDRESS_SLOT);
    }

    void setBankAccount(int row, String account) {
        bankAccount.set(row, account);
    }
}
