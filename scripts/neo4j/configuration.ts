/**
 * Settings of neo4j.conf, by name: small on disk, Bolt on loopback only, no usage report, no LOAD CSV from files or
 * addresses. The heap is not here: these settings apply to Neo4j's own start scripts, java gets it as an argument.
 */
export function configuration(port: number): Record<string, string> {
  return {
    "server.bolt.listen_address": `127.0.0.1:${port}`,
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "dbms.usage_report.enabled": "false",
    "server.memory.pagecache.size": "64m",
    "db.tx_log.preallocate": "false",
    "db.tx_log.rotation.size": "1m",
    "db.tx_log.rotation.retention_policy": "1 files",
    "db.logs.query.enabled": "OFF",
    "db.transaction.timeout": "300s",
    "internal.server.bolt.thread_pool_shutdown_wait_time": "500ms",
    ...closedToFilesAndNetwork,
  };
}

/** What keeps a query from reading files of the machine or asking the network; the same for Java and Docker. */
export const closedToFilesAndNetwork: Record<string, string> = {
  "dbms.security.auth_enabled": "true",
  "dbms.security.allow_csv_import_from_file_urls": "false",
  "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
};

export function asFile(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");
}

/** Names as the Docker image takes them from its environment: `_` doubled, `.` as `_`. */
export function asEnvironment(settings: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`NEO4J_${name.replaceAll("_", "__").replaceAll(".", "_")}`, value]),
  );
}
