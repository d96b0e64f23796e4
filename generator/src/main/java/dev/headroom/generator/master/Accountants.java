package dev.headroom.generator.master;

import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.Normal;
import dev.headroom.generator.random.RandomStream;

/**
 * The people who keep a company's books, each with habits: a few make most of the entries, everyone has hours at which he makes most of
 * his, and a desk, which stands for the subjects that he mostly works on. The hour of an entry is drawn first and then who makes it, so
 * that the working day of all together is the same whoever works. Immutable; constant time.
 */
public final class Accountants {
    /** People work from 8 to 18 o'clock, mostly from 9 to 11 and from 14 to 16. */
    private static final Discrete HOURS = new Discrete(.07, .16, .16, .09, .05, .07, .14, .14, .08, .04);

    private static final int FIRST_HOUR = 8;

    /** How much someone works at an hour, by its distance to the middle of his own. */
    private static final double[] NEARNESS = {1, .6, .2, .06, .02, .02, .02, .02, .02, .02};

    /** Logarithms of the shares of the work: a fifth of the people does seven tenths of it. */
    private static final Normal DILIGENCE = new Normal(0, 1.4);

    private static final int DILIGENCE_SLOT = 0;
    private static final int HOUR_SLOT = 1;
    private static final int DESK_SLOT = 2;

    private final RandomStream habits;
    /** Users, by company. */
    private final int[][] users;
    /** Positions among the users, by company and hour. */
    private final Discrete[][] shares;

    Accountants(long seed, Employees employees, int companies) {
        this.habits = new RandomStream(seed, "accountants");
        this.users = new int[companies][];
        this.shares = new Discrete[companies][HOURS.size()];
        for (int company = 0; company < companies; company++) {
            users[company] = employees.users(company, Employees.Job.ACCOUNTANT);
            double[] diligence = new double[users[company].length];
            int[] middles = new int[diligence.length];
            for (int position = 0; position < diligence.length; position++) {
                long key = habits.key(users[company][position]);
                diligence[position] = StrictMath.exp(DILIGENCE.draw(key, DILIGENCE_SLOT));
                middles[position] = HOURS.draw(key, HOUR_SLOT);
            }
            for (int hour = 0; hour < HOURS.size(); hour++) {
                double[] weights = new double[diligence.length];
                for (int position = 0; position < weights.length; position++) {
                    weights[position] = diligence[position] * NEARNESS[Math.abs(hour - middles[position])];
                }
                shares[company][hour] = new Discrete(weights);
            }
        }
    }

    /** The hour of the day, for random bits, at which an entry is made. */
    public int hour(long bits) {
        return FIRST_HOUR + HOURS.at(bits);
    }

    /** The user, for random bits, who makes an entry of a company at an {@link #hour}. */
    public int user(int company, int hour, long bits) {
        return users[company][shares[company][hour - FIRST_HOUR].at(bits)];
    }

    /** Where the subjects that a user mostly works on begin in any list of subjects: 0 for its start, to below 1. */
    public double desk(int user) {
        return Draw.uniform(habits.key(user), DESK_SLOT);
    }
}
