import type { Named } from "../entities.ts";
import type { Figure } from "../figures/figures.ts";

/** What a figure measures of whom. */
export interface Measured {
  readonly subject: Named;
  readonly name: string;
  readonly unit: Figure["printed"]["unit"];
  readonly value: number;
  readonly basis: string | null;
  /** Of a period (revenue), else a state at a time (companies, area). */
  readonly flow: boolean;
  /** Money laid out for what is not yet there. */
  readonly outlay: boolean;
  readonly capacity: boolean;
  /** Size of a fund, or what is paid into it: there once the fund is set up. */
  readonly fund?: boolean;
  readonly rule: string;
}
