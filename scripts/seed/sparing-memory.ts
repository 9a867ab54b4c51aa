import { setFlagsFromString } from "node:v8";

/** By itself V8 lets garbage grow to several times what is held before it looks for it: that, not the data, would be most of the process. */
const whileReading = 25;
const byItself = 0;

/** Has garbage collected early while work runs that holds little and makes much of it; costs some processor time. */
export async function sparingMemory<T>(work: () => Promise<T>): Promise<T> {
  setFlagsFromString(`--heap-growing-percent=${whileReading}`);
  try {
    return await work();
  } finally {
    setFlagsFromString(`--heap-growing-percent=${byItself}`);
  }
}
