package org.carbonupgrade.dbcopy;

/** Is told how long work goes on. Called by several threads at once; must return quickly. */
public interface Progress {

    /** Nobody is interested. */
    Progress NONE = new Progress() {
        @Override
        public void expect(long rows) {
            // nobody listens
        }

        @Override
        public void moved(long rows, long bytes) {
            // nobody listens
        }
    };

    /** More rows will be read; the numbers of several calls add up. */
    void expect(long rows);

    /** Rows were read, with this many bytes of content; the numbers of several calls add up. */
    void moved(long rows, long bytes);

    /**
     * Work waits before it is tried again, most often since a connection was lost.
     *
     * @param why for people: what failed, how long it waits, how many times it will try
     */
    default void waits(String why) {
        // who only counts need not know
    }
}
