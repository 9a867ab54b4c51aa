import { unzipSync } from "fflate";

/** Whether the bytes begin as a zip archive does. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** How many bytes an archive unpacks to, by its own list, without unpacking it. Null when it is no archive. */
export function unzippedSize(bytes: Uint8Array): number | null {
  let size = 0;
  if (!isZip(bytes)) return null;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return false;
      },
    });
    return size;
  } catch {
    return null;
  }
}
