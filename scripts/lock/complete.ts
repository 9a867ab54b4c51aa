export interface LockEntry {
  version?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  engines?: Record<string, string>;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  resolved?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}
export interface LockFile {
  packages: Record<string, LockEntry>;
}

const oses = ["darwin", "linux", "win32", "freebsd", "android", "openharmony", "sunos", "aix", "netbsd", "openbsd"];
const cpus = ["x64", "arm64", "arm", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "wasm32"];

const platformOf = (name: string): Pick<LockEntry, "os" | "cpu" | "libc"> => {
  const words = name.split(/[/-]/);
  const os = oses.find((it) => words.includes(it)) ?? (words.includes("musleabihf") || words.includes("gnueabihf") ? "linux" : undefined);
  const cpu = cpus.find((it) => words.includes(it));
  const musl = words.some((word) => word.startsWith("musl"));
  const gnu = words.some((word) => word.startsWith("gnu"));
  return {
    ...(cpu && { cpu: [cpu] }),
    ...(os === "linux" && (musl || gnu) && { libc: [musl ? "musl" : "glibc"] }),
    ...(os && { os: [os] }),
  };
};

/** Names of optional dependencies that have no entry, with the entry that each needs. */
function missing(lock: LockFile): [path: string, entry: LockEntry][] {
  const found: [string, LockEntry][] = [];
  for (const parent of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`;
      const nested = Object.keys(lock.packages).some((key) => key === path || key.endsWith(`/${path}`));
      if (nested || !/^\d/.test(version)) continue;
      const { cpu, libc, os } = platformOf(name);
      const entry: LockEntry = {
        version,
        ...(cpu && { cpu }),
        ...(parent.dev && { dev: true }),
        ...(libc && { libc }),
        ...(parent.license && { license: parent.license }),
        optional: true,
        ...(os && { os }),
        ...(parent.engines && { engines: parent.engines }),
      };
      found.push([path, entry]);
    }
  }
  return found;
}

/** Adds what is missing, keeps the order of paths; returns the paths added. */
export function completeLock(lock: LockFile): string[] {
  const added = missing(lock);
  for (const [path, entry] of added) lock.packages[path] = entry;
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  return added.map(([path]) => path);
}

export const missingPaths = (lock: LockFile): string[] => missing(lock).map(([path]) => path);
/** Addresses of the registry that was used: they belong in nobody else's checkout. */
export const resolvedHosts = (lock: LockFile): string[] =>
  [
    ...new Set(
      Object.values(lock.packages).flatMap((entry) => (entry.resolved ? [entry.resolved.replace(/^(\w+:\/\/[^/]+).*/, "$1")] : [])),
    ),
  ].sort();
