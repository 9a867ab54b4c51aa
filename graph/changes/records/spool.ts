import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** So many characters are held before they are written out: a small dataset touches no disk. */
const heldCharacters = 1 << 20;

/** Lines by partition, in a temporary file once they are many. What came first is read first. */
export class Spool {
  private held = new Map<number, string[]>();
  private characters = 0;
  private readonly written = new Map<number, { at: number; bytes: number }[]>();
  private file: FileHandle | null = null;
  private folder: string | null = null;
  private length = 0;
  private readonly root: string;

  constructor(root = tmpdir()) {
    this.root = root;
  }

  async add(partition: number, line: string): Promise<void> {
    const lines = this.held.get(partition);
    if (lines === undefined) this.held.set(partition, [line]);
    else lines.push(line);
    this.characters += line.length;
    if (this.characters > heldCharacters) await this.writeOut();
  }

  async lines(partition: number): Promise<string[]> {
    const lines: string[] = [];
    for (const { at, bytes } of this.written.get(partition) ?? []) {
      const { buffer } = await (this.file as FileHandle).read(Buffer.allocUnsafe(bytes), 0, bytes, at);
      for (const line of buffer.toString("utf8").split("\n")) lines.push(line);
    }
    for (const line of this.held.get(partition) ?? []) lines.push(line);
    return lines;
  }

  async close(): Promise<void> {
    this.held.clear();
    await this.file?.close();
    if (this.folder !== null) await rm(this.folder, { recursive: true, force: true });
  }

  private async writeOut(): Promise<void> {
    const held = this.held;
    this.held = new Map();
    this.characters = 0;
    this.file ??= await this.openFile();
    for (const [partition, lines] of held) {
      const bytes = Buffer.from(lines.join("\n"));
      await this.file.write(bytes, 0, bytes.length, this.length);
      const pieces = this.written.get(partition);
      const piece = { at: this.length, bytes: bytes.length };
      if (pieces === undefined) this.written.set(partition, [piece]);
      else pieces.push(piece);
      this.length += bytes.length;
    }
  }

  private async openFile(): Promise<FileHandle> {
    this.folder = await mkdtemp(join(this.root, "atlas-spool-"));
    const file = await open(join(this.folder, "parts"), "wx+", 0o600);
    // A process that is killed leaves nothing behind: the open file outlives its name, but for Windows, where closing removes it.
    await rm(this.folder, { recursive: true, force: true }).catch(() => undefined);
    return file;
  }
}
