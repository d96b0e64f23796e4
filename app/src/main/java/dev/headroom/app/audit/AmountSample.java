package dev.headroom.app.audit;

import java.util.PriorityQueue;

/** A sample of a fixed size, which is the same for the same entries whatever their order: those with the lowest numbers of a hash. */
final class AmountSample {
    /** Amounts in a full sample. */
    static final int SIZE = 2500;

    private record Member(long order, long amount) {}

    private final PriorityQueue<Member> members =
            new PriorityQueue<>(SIZE, (one, other) -> Long.compare(other.order(), one.order()));

    /** Takes an entry's amount, in hundredths, into account. */
    void add(long entry, long amount) {
        long order = Hash.of(entry, SIZE);
        Member last = members.peek();
        if (members.size() < SIZE) {
            members.add(new Member(order, amount));
        } else if (last != null && order < last.order()) {
            members.poll();
            members.add(new Member(order, amount));
        }
    }

    /** The first digits of the sample. */
    DigitCounts digits() {
        DigitCounts digits = new DigitCounts();
        members.forEach(member -> digits.add(member.amount()));
        return digits;
    }
}
