package dev.headroom.app.audit;

/** Sorts records of several longs in an array, by all of them, without further memory. */
final class RecordSort {
    private static final int FEW = 16;

    private RecordSort() {}

    static void sort(long[] records, int count, int width) {
        new Sorting(records, width).quick(0, count - 1);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sorting(long[] records, int width) {
        /** By halves; the smaller one first, so that the depth stays small. */
        void quick(int from, int to) {
            int low = from;
            int high = to;
            while (high - low >= FEW) {
                int split = partition(low, high);
                if (split - low < high - split) {
                    quick(low, split);
                    low = split + 1;
                } else {
                    quick(split + 1, high);
                    high = split;
                }
            }
            insert(low, high);
        }

        /** Exchanges records until none up to the split is above the pivot, and none after it is below. */
        private int partition(int low, int high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, low) < 0) {
                swap(middle, low);
            }
            if (compare(high, low) < 0) {
                swap(high, low);
            }
            if (compare(high, middle) < 0) {
                swap(high, middle);
            }
            int pivot = middle;
            int left = low;
            int right = high;
            while (true) {
                while (compare(left, pivot) < 0) {
                    left++;
                }
                while (compare(right, pivot) > 0) {
                    right--;
                }
                if (left >= right) {
                    return right;
                }
                swap(left, right);
                // The pivot moves with its record.
                pivot = pivot == left ? right : pivot == right ? left : pivot;
                left++;
                right--;
            }
        }

        private void insert(int low, int high) {
            for (int i = low + 1; i <= high; i++) {
                for (int at = i; at > low && compare(at, at - 1) < 0; at--) {
                    swap(at, at - 1);
                }
            }
        }

        private int compare(int one, int other) {
            int first = one * width;
            int second = other * width;
            for (int i = 0; i < width; i++) {
                int order = Long.compare(records[first + i], records[second + i]);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        private void swap(int one, int other) {
            int first = one * width;
            int second = other * width;
            for (int i = 0; i < width; i++) {
                long kept = records[first + i];
                records[first + i] = records[second + i];
                records[second + i] = kept;
            }
        }
    }
}
