package org.carbonupgrade.itests.support;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration file in which a home's data sources are defined. */
public final class DataSourcesFile {

    private static final String FILE =
            """
            <datasources-configuration xmlns:svns="http://org.wso2.securevault/configuration">
                <providers>
                    <provider>org.wso2.carbon.ndatasource.rdbms.RDBMSDataSourceReader</provider>
                </providers>
                <datasources>
            %s    </datasources>
            </datasources-configuration>
            """;

    private static final String DATA_SOURCE =
            """
                    <datasource>
                        <name>%s</name>
                        <description>%s</description>
                        <jndiConfig>
                            <name>%s</name>
                        </jndiConfig>
                        <definition type="RDBMS">
                            <configuration>
                                <url>%s</url>
                                <username>%s</username>
                                <password>%s</password>
                                <driverClassName>%s</driverClassName>
                                <maxActive>80</maxActive>
                                <maxWait>60000</maxWait>
                                <testOnBorrow>true</testOnBorrow>
                                <validationQuery>SELECT 1</validationQuery>
                                <validationInterval>30000</validationInterval>
                                <defaultAutoCommit>%s</defaultAutoCommit>
                            </configuration>
                        </definition>
                    </datasource>
            """;

    private static final String END = "    </datasources>";
    private static final String ELEMENT_START = "        <datasource>\n";
    private static final String ELEMENT_END = "</datasource>\n";

    private DataSourcesFile() {}

    /** Defines one more. */
    public static void add(Path file, DataSource source) {
        TextFile.at(file).replace(END, element(source) + END);
    }

    /** @throws HarnessException if the file defines none of that name, or is not laid out as it is here */
    public static void remove(Path file, String name) {
        String text = TextFile.at(file).read();
        int at = text.indexOf("<name>" + name + "</name>");
        int start = text.lastIndexOf(ELEMENT_START, at);
        int end = text.indexOf(ELEMENT_END, at) + ELEMENT_END.length();
        if (at < 0 || start < 0 || end < at) {
            throw new HarnessException("no data source " + name + " in " + file);
        }
        TextFile.at(file).write(text.substring(0, start) + text.substring(end));
    }

    static void write(Path file, List<DataSource> sources) {
        String elements = sources.stream().map(DataSourcesFile::element).collect(Collectors.joining());
        TextFile.at(file).write(FILE.formatted(elements));
    }

    private static String element(DataSource source) {
        return DATA_SOURCE.formatted(
                source.name(),
                Xml.escape(source.description()),
                source.jndiName(),
                Xml.escape(source.url()),
                Xml.escape(source.username()),
                Xml.escape(source.password()),
                source.driver(),
                source.autoCommit());
    }
}
