import pg from "pg";

/** Empty databases on a server. */
export interface Databases {
  /** Creates one and returns its address; the one before goes. */
  create(): Promise<string>;
}

/** Creates databases by turns through the server's maintenance database at `url`. */
export function createDatabases(url: string): Databases {
  let count = 0;
  return {
    async create() {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      if (count > 0) await client.query(`drop database if exists bench_${count} with (force)`);
      count++;
      await client.query(`create database bench_${count} encoding 'UTF8' template template0`);
      await client.end();
      const address = new URL(url);
      address.pathname = `/bench_${count}`;
      return address.href;
    },
  };
}
