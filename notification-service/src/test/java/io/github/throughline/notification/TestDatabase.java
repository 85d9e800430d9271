package io.github.throughline.notification;

import static org.awaitility.Awaitility.await;

import io.github.throughline.testkit.backing.TestBacking;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** This service's tables in a database of their own, for what is said in SQL alone. */
public record TestDatabase(JdbcClient jdbc, TransactionTemplate transaction) {

    public static TestDatabase fresh() {
        var database = TestBacking.shared().freshDatabase();
        DataSource source = new DriverManagerDataSource(database.url(), database.role(), database.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/platform", "classpath:db/migration")
                .load()
                .migrate();
        return new TestDatabase(
                JdbcClient.create(source), new TransactionTemplate(new DataSourceTransactionManager(source)));
    }

    /** Does it at the same time, in another transaction. */
    public <T> CompletableFuture<T> elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                () -> transaction.execute(status -> work.get()), Thread::startVirtualThread);
    }

    /** Until somebody waits for what somebody else holds. */
    public void awaitBlocked() {
        await().until(() ->
                elsewhere(() -> jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                                + " and datname = current_database()")
                                        .query(Integer.class)
                                        .single())
                                .join()
                        > 0);
    }
}
