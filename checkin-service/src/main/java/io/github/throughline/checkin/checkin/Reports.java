package io.github.throughline.checkin.checkin;

import java.util.List;

/** What was reported with each check-in, now and before its corrections. */
public interface Reports {

    /** The versions of a check-in's report, oldest first; empty: none was submitted. */
    List<KeptReport> of(CheckinId checkin);

    void add(KeptReport report);
}
