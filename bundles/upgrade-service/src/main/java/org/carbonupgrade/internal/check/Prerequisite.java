package org.carbonupgrade.internal.check;

import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.internal.step.Workplace;

/** One thing that has to be so before an upgrade begins. Judging it changes nothing. */
@FunctionalInterface
interface Prerequisite {

    /** Says what it finds, also where all is well; an exception is a finding too, and does not keep others from being judged. */
    void judge(Workplace workplace, Consumer<Finding> found);
}
