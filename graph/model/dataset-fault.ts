import { type DatasetFaultCode, datasetFaults } from "#graph/vocabulary/dataset-faults.ts";

/** What is wrong, by its code, with what was found and what is accepted: told in any language. */
export interface DatasetFault {
  readonly code: DatasetFaultCode;
  readonly parameters: Readonly<Record<string, string | number>>;
}

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
/** The parts that the words of a fault name. */
export type FaultParameters<Code extends DatasetFaultCode> = {
  readonly [Name in Names<(typeof datasetFaults)[Code]["en"]>]: string | number;
};

/** A fault with every part that its words name. */
export const fault = <Code extends DatasetFaultCode>(code: Code, parameters: FaultParameters<Code>): DatasetFault => ({ code, parameters });

/** The words of a fault. */
export const faultText = ({ code, parameters }: DatasetFault, language: "en" | "zh"): string =>
  datasetFaults[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? ""));
