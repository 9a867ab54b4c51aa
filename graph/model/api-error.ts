import { z } from "zod";
import { type DatasetFaultCode, datasetFaults } from "#graph/vocabulary/dataset-faults.ts";
import { errorCodes } from "./error-codes.ts";

/** The one envelope of every error. `details[0].position` is set for a query that was refused or is invalid. */
export const apiError = z
  .strictObject({
    error: z.strictObject({
      code: z.enum(errorCodes),
      message: z.string(),
      remedy: z.string(),
      details: z.array(
        z.strictObject({
          path: z.string().optional(),
          message: z.string(),
          /** Of a fault in the files of a dataset: which one, with what was found and what is accepted, to be told in other words. */
          fault: z
            .strictObject({
              code: z.enum(Object.keys(datasetFaults) as [DatasetFaultCode, ...DatasetFaultCode[]]),
              parameters: z.record(z.string(), z.union([z.string(), z.number()])),
            })
            .optional(),
          position: z.strictObject({ offset: z.int(), line: z.int(), column: z.int() }).optional(),
        }),
      ),
      requestId: z.string(),
    }),
  })
  .meta({ id: "Error" });
export type ApiError = z.infer<typeof apiError>;
