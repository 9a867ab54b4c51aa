import { describe, expect, it } from "vitest";
import { addTallies, playwrightTally, tallyLine, vitestTally } from "#scripts/test/tally.ts";

const vitestReport = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, numFailedTestSuites: 0 };

describe("the tally of a test run", () => {
  it("counts a test file that breaks before its first test as a failure", () => {
    expect(vitestTally({ ...vitestReport, numFailedTestSuites: 1 })).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it("counts a journey that passed only when tried again as failed", () => {
    expect(playwrightTally({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 } })).toEqual({ passed: 4, failed: 2, skipped: 0 });
  });

  it("adds up to one line, and names the skipped only when there are some", () => {
    expect(tallyLine(addTallies(vitestTally(vitestReport), { passed: 1, failed: 1, skipped: 0 }))).toBe("8 passed, 1 failed, 3 skipped");
    expect(tallyLine({ passed: 1, failed: 0, skipped: 0 })).toBe("1 passed, 0 failed");
  });
});
