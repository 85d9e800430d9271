package io.github.throughline.notification;

import io.github.throughline.testkit.backing.TestBacking;
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
}
