package org.carbonupgrade.internal.merge;

import org.carbonupgrade.UpgradeException;

/**
 * A configuration file that can't be merged or edited at all, with what is wrong, where, and how to mend it.
 *
 * <p>A conflict is not such a case: it is part of a {@link MergeResult}.
 */
public final class MergeException extends UpgradeException {

    /** The file is not what its kind demands: XML that is not well-formed. */
    public static final String NOT_WELL_FORMED = "CONFIG_NOT_WELL_FORMED";

    /** The file declares entities of its own, which could read other files or fill the memory. */
    public static final String DECLARES_ENTITIES = "CONFIG_DECLARES_ENTITIES";

    /** Elements are nested deeper than in any real configuration. */
    public static final String TOO_DEEP = "CONFIG_TOO_DEEP";

    /** The bytes do not fit the encoding that the file says it has. */
    public static final String ENCODING = "CONFIG_ENCODING";

    /** An edit can't be taken back, because the place was changed since. */
    public static final String CHANGED_SINCE = "CONFIG_CHANGED_SINCE";

    private static final long serialVersionUID = 1L;

    /**
     * @param where the file, and the line where it is known
     * @param what the fault in one sentence; must not hold a value of the file
     * @param remedy what the operator can do
     */
    public MergeException(String code, String where, String what, String remedy) {
        super(code, what, where, remedy, true, null);
    }
}
