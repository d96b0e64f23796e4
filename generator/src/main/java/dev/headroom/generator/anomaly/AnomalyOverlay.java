package dev.headroom.generator.anomaly;

import dev.headroom.generator.Fidelity;
import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.EntryKind;
import dev.headroom.generator.ledger.EntryOverlay;
import dev.headroom.generator.ledger.ManualSchedule;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.master.Vendors;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.generator.procurement.EarlierPayments;
import dev.headroom.generator.random.Draw;

/**
 * Turns a few clean entries into anomalous ones and labels them. Costs one draw on an entry that stays clean.
 *
 * <p>An entry has at most one anomaly. What happens to a block of manual entries is planned from the block's key alone. Its members take
 * part in nothing else, even where the block's anomaly is left out at a lower fidelity, so that no other anomaly takes its place.
 * Entries have to come in order within a block. One for each worker; not thread-safe.
 */
public final class AnomalyOverlay implements EntryOverlay {
    private static final int HAPPENS_SLOT = 64;
    private static final int KIND_SLOT = 65;
    private static final int START_SLOT = 66;
    private static final int SIZE_SLOT = 67;
    private static final int LIMIT_SLOT = 68;
    private static final int VENDOR_SLOT = 70;
    private static final int SECONDS_SLOT = 71;

    private static final long[] LIMITS = {5_000_00, 25_000_00, 100_000_00};
    private static final int MOST_POSITIONS_BETWEEN = 4;
    private static final int LONGEST_DELAY_SECONDS = 1200;

    private final AnomalyPlan plan;
    private final Employees employees;
    private final Vendors vendors;
    private final EntryAlterations alterations;
    private final AnomalyLabels labels;
    private final EntryDraft clean = new EntryDraft();
    /** First member of what happens to the block, as it was before. */
    private final EntryDraft original = new EntryDraft();

    private double factor;

    // What happens to the block that the last manual entry belongs to; members are from first to end, and only the two
    // at
    // the ends of a duplicate.
    private int first;
    private int end;
    private boolean happens;
    private AnomalyKind kindOfBlock = AnomalyKind.DUPLICATE_ENTRY;

    /**
     * Makes an overlay.
     *
     * @param payments finder that it alone uses
     * @param output of {@link AnomalyLabels#SCHEMA}; nothing else writes to it
     */
    public AnomalyOverlay(AnomalyPlan plan, Masters masters, EarlierPayments payments, TableOutput output) {
        this.plan = plan;
        this.employees = masters.employees();
        this.vendors = masters.vendors();
        this.alterations = new EntryAlterations(masters, payments);
        this.labels = new AnomalyLabels(output, masters);
    }

    /** Begins a range. */
    public void begin(Fidelity fidelity) {
        factor = fidelity.anomalyRateFactor();
        labels.begin(fidelity);
    }

    @Override
    public boolean apply(EntryDraft draft) {
        if (factor == 0) {
            return false;
        }
        if (draft.kind == EntryKind.MANUAL) {
            if (draft.blockIndex == 0) {
                planBlock(draft);
            }
            return isMember(draft.blockIndex) ? applyToMember(draft) : applySingle(draft, plan.manual());
        }
        if (draft.kind == EntryKind.INTERFACE) {
            return applySingle(draft, plan.interfaces());
        }
        // An error in the one entry of all of a company's wages would outweigh all others.
        return draft.documentType != EntryDraft.NONE
                && DocumentType.hasTable(draft.documentType)
                && applySingle(draft, plan.documents());
    }

    private boolean applySingle(EntryDraft draft, AnomalyPlan.Choice choice) {
        if (Draw.uniform(draft.key, HAPPENS_SLOT) >= choice.probability() * factor) {
            return false;
        }
        AnomalyKind kind = alterations.possible(choice.kind(Draw.bits(draft.key, KIND_SLOT)), draft);
        clean.copyContent(draft);
        alterations.apply(kind, draft);
        if (kind == AnomalyKind.DUPLICATE_PAYMENT || kind == AnomalyKind.BENFORD_VIOLATION) {
            labels.whole(kind, AnomalyLabels.SUBJECT, draft, draft);
        } else {
            labels.altered(kind, clean, draft);
        }
        if (draft.documentType != EntryDraft.NONE) {
            labels.relatedDocument(draft.documentType, draft.document);
        } else if (kind == AnomalyKind.DUPLICATE_PAYMENT) {
            labels.relatedDocument(DocumentType.PAYMENT.code(), alterations.paymentNumber());
        } else if (kind == AnomalyKind.FICTITIOUS_VENDOR) {
            labels.relatedVendor(alterations.fictitiousVendor(draft));
        } else if (kind == AnomalyKind.GHOST_EMPLOYEE) {
            labels.relatedEmployee(employees.ghost(draft.company));
        }
        return true;
    }

    private void planBlock(EntryDraft draft) {
        long key = draft.blockKey;
        double u = Draw.uniform(key, HAPPENS_SLOT);
        double probability = plan.block().probability();
        first = 0;
        end = 0;
        if (draft.blockSize < ManualSchedule.BLOCK || !draft.blockInOneYear || u >= probability) {
            return;
        }
        happens = u < probability * factor;
        kindOfBlock = plan.block().kind(Draw.bits(key, KIND_SLOT));
        int size = isDuplicate()
                ? 2 + Draw.below(key, SIZE_SLOT, MOST_POSITIONS_BETWEEN)
                : kindOfBlock.leastMembers() + Draw.below(key, SIZE_SLOT, kindOfBlock.memberSpread());
        first = Draw.below(key, START_SLOT, draft.blockSize - size + 1);
        end = first + size;
    }

    private boolean isDuplicate() {
        return kindOfBlock == AnomalyKind.DUPLICATE_ENTRY;
    }

    private boolean isMember(int blockIndex) {
        return blockIndex >= first
                && blockIndex < end
                && (!isDuplicate() || blockIndex == first || blockIndex == end - 1);
    }

    private boolean applyToMember(EntryDraft draft) {
        if (!happens) {
            return false;
        }
        if (draft.blockIndex == first) {
            remember(draft);
        }
        long cluster = draft.blockKey;
        switch (kindOfBlock) {
            case DUPLICATE_ENTRY -> {
                if (draft.blockIndex != first) {
                    duplicate(draft);
                }
                return true;
            }
            case JUST_BELOW_THRESHOLD -> {
                enterByOne(draft);
                alterations.makeJustBelow(draft, cluster, vendor(draft), limit(cluster));
            }
            case SPLIT_TRANSACTION -> {
                enterByOne(draft);
                alterations.makePart(draft, original, cluster, vendor(draft), limit(cluster));
            }
            case CIRCULAR_TRANSACTION -> alterations.makeLink(draft, original, cluster, draft.blockIndex - first);
            default -> alterations.hasten(draft, original, draft.blockIndex - first);
        }
        labels.whole(kindOfBlock, AnomalyLabels.MEMBER, original, draft);
        return true;
    }

    /** Whoever entered the first member enters all of them. */
    private void enterByOne(EntryDraft draft) {
        draft.enteredBy = original.enteredBy;
        draft.lastModifiedBy = original.enteredBy;
    }

    private int vendor(EntryDraft draft) {
        return vendors.pick(draft.company, Draw.bits(draft.blockKey, VENDOR_SLOT));
    }

    private static long limit(long cluster) {
        return LIMITS[Draw.below(cluster, LIMIT_SLOT, LIMITS.length)];
    }

    private void remember(EntryDraft draft) {
        original.copyContent(draft);
        original.company = draft.company;
        original.fiscalYear = draft.fiscalYear;
        original.number = draft.number;
    }

    private void duplicate(EntryDraft draft) {
        draft.copyContent(original);
        int delay = 1 + Draw.below(draft.key, SECONDS_SLOT, LONGEST_DELAY_SECONDS);
        draft.enteredTime = Math.min(draft.enteredTime + delay, Math.max(draft.enteredTime, 18 * 3600 - 1));
        labels.whole(AnomalyKind.DUPLICATE_ENTRY, AnomalyLabels.ORIGINAL, draft, original);
        labels.whole(AnomalyKind.DUPLICATE_ENTRY, AnomalyLabels.DUPLICATE, draft, draft);
    }
}
