package io.github.throughline.notification.program;

import io.github.throughline.notification.program.ProgramFigures.Age;
import io.github.throughline.notification.program.ProgramFigures.Decisions;
import io.github.throughline.notification.program.ProgramFigures.Kind;
import io.github.throughline.notification.program.ProgramFigures.Load;
import io.github.throughline.notification.program.ProgramFigures.Waiting;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the figures where the escalations are. */
@Repository
public class JdbcProgramFigures {

    /** Ends of the ages in days; what is older has no end. */
    private static final List<Integer> AGES = List.of(1, 3, 7);

    private static final String OF_PROGRAM = """
             from escalation x join episode e on e.id = x.episode_id
            where (:program::text is null or e.document ->> 'program' = :program::text)
            """;

    private static final String RAISED = OF_PROGRAM + " and x.raised_at >= :from";

    private static final String PERCENTILES = """
            select count(*) as count, percentile_cont(0.5) within group (order by hours) as median,
                percentile_cont(0.9) within group (order by hours) as ninetieth from (
            """;

    private final JdbcClient jdbc;

    JdbcProgramFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The programs that patients are in. */
    public List<String> programs() {
        return jdbc.sql("""
                select distinct document ->> 'program' as program from episode
                where document ->> 'program' is not null order by program
                """).query(String.class).list();
    }

    /**
     * The figures as of now.
     *
     * @param program id; null: all
     * @param period what was raised in so long a time before now
     */
    public ProgramFigures of(@Nullable String program, Duration period, Instant careNow) {
        Instant from = careNow.minus(period);
        return new ProgramFigures(
                waiting("x.acknowledged_at", "and x.acknowledged_at is not null", program, from),
                waiting("d.decided_at", "and d.decided_at is not null", program, from),
                kinds(program, from),
                ages(program, careNow),
                loads(program, from),
                decisions(program, from));
    }

    private Waiting waiting(String until, String which, @Nullable String program, Instant from) {
        return asked(
                        PERCENTILES + "select extract(epoch from " + until + " - x.raised_at) / 3600 as hours"
                                + " from escalation x join episode e on e.id = x.episode_id"
                                + " left join (select escalation_id, min(decided_at) as decided_at from decision"
                                + " group by escalation_id) d on d.escalation_id = x.id"
                                + " where (:program::text is null or e.document ->> 'program' = :program::text)"
                                + " and x.raised_at >= :from " + which + ") waited",
                        program,
                        from)
                .query((row, n) -> new Waiting(
                        row.getLong("count"), (Double) row.getObject("median"), (Double) row.getObject("ninetieth")))
                .single();
    }

    private List<Kind> kinds(@Nullable String program, Instant from) {
        return asked(
                        "select x.document ->> 'rule' as rule, count(*) as raised, count(*) filter (where x.open) as open"
                                + RAISED + " group by rule order by raised desc, rule",
                        program,
                        from)
                .query((row, n) -> new Kind(row.getString("rule"), row.getLong("raised"), row.getLong("open")))
                .list();
    }

    private List<Age> ages(@Nullable String program, Instant careNow) {
        var ages = new ArrayList<Age>();
        int fromDays = 0;
        for (int untilDays : AGES) {
            ages.add(age(program, careNow, fromDays, untilDays));
            fromDays = untilDays;
        }
        ages.add(age(program, careNow, fromDays, null));
        return ages;
    }

    private Age age(@Nullable String program, Instant careNow, int fromDays, @Nullable Integer untilDays) {
        Timestamp oldest = untilDays == null ? null : Timestamp.from(careNow.minus(Duration.ofDays(untilDays)));
        return jdbc.sql("select count(*) as open, count(*) filter (where x.acknowledged_at is null) as unheld"
                        + OF_PROGRAM
                        + " and x.open and x.raised_at <= :youngest"
                        + " and (:oldest::timestamptz is null or x.raised_at > :oldest::timestamptz)")
                .param("program", program)
                .param("youngest", Timestamp.from(careNow.minus(Duration.ofDays(fromDays))))
                .param("oldest", oldest)
                .query((row, n) -> new Age(fromDays, untilDays, row.getLong("open"), row.getLong("unheld")))
                .single();
    }

    private List<Load> loads(@Nullable String program, Instant from) {
        return asked(
                        "select coalesce(e.coordinator, '') as coordinator, count(*) filter (where x.raised_at >= :from) as raised,"
                                + " count(*) filter (where x.open) as open,"
                                + " count(*) filter (where x.open and x.acknowledged_at is null) as unheld" + OF_PROGRAM
                                + " group by 1 order by open desc, raised desc, coordinator",
                        program,
                        from)
                .query((row, n) -> new Load(
                        row.getString("coordinator"),
                        row.getLong("raised"),
                        row.getLong("open"),
                        row.getLong("unheld")))
                .list();
    }

    private Decisions decisions(@Nullable String program, Instant from) {
        return asked(
                        "select count(*) as all_of_them, count(*) filter (where d.kind in ('ADJUST_PLAN',"
                                + " 'BRING_PHYSICIAN_BACK', 'ORDER_IMAGING', 'REFER')) as changing"
                                + " from escalation x join episode e on e.id = x.episode_id"
                                + " join decision d on d.escalation_id = x.id"
                                + " where (:program::text is null or e.document ->> 'program' = :program::text)"
                                + " and x.raised_at >= :from",
                        program,
                        from)
                .query((row, n) -> new Decisions(row.getLong("all_of_them"), row.getLong("changing")))
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, @Nullable String program, Instant from) {
        return jdbc.sql(sql).param("program", program).param("from", Timestamp.from(from));
    }
}
