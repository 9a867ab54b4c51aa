import { afterAll, beforeAll, describe } from "vitest";
import { openSomeStore, wipe } from "./some-store.ts";
import { verifySuite } from "./verify-suite.ts";

describe("verifying an embedded store", () => {
  let opened: Awaited<ReturnType<typeof openSomeStore>>;
  beforeAll(async () => {
    opened = await openSomeStore();
  });
  afterAll(() => opened.drop());

  verifySuite(async () => {
    await wipe(opened.store);
    return opened.store;
  });
});
