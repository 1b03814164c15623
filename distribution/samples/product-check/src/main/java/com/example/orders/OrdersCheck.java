package com.example.orders;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Collections;
import java.util.Set;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckContext;

/** A check of a product's own: the web shop on this server finds its orders. Makes nothing, so that it runs in production too. */
public final class OrdersCheck implements Check {

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public String title() {
        return "The web shop finds its orders";
    }

    @Override
    public Set<String> tags() {
        return Collections.singleton("shop");
    }

    @Override
    public void run(CheckContext context) throws Exception {
        DataSource source = (DataSource) new InitialContext().lookup("jdbc/OrdersDB");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM ORDERS")) {
            row.next();
            context.count("orders", row.getLong(1));
            if (row.getLong(1) > 0) {
                context.ok("SHOP_ORDERS", "the shop has " + row.getLong(1) + " orders");
            } else {
                context.fail("SHOP_EMPTY", "the shop has no orders", "Compare the table ORDERS with the old database.");
            }
        }
    }
}
