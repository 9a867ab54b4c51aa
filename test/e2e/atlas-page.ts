import { expect, type Locator, type Page } from "@playwright/test";
import { en } from "#client/i18n/en.ts";
import { zh } from "#client/i18n/zh.ts";

export type Language = "zh" | "en";

/** Texts of the client by key, so that a journey walks the same road in both languages. */
export const texts = { zh, en } as const;
export type TextKey = keyof typeof zh;

/** The page as an analyst meets it. Roles and names only: what a screen reader would find. */
export class AtlasPage {
  readonly page: Page;
  readonly language: Language;
  readonly complaints: string[] = [];

  constructor(page: Page, language: Language) {
    this.page = page;
    this.language = language;
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(error.message));
  }

  text(key: TextKey): string {
    return texts[this.language][key as keyof (typeof texts)[Language]];
  }

  async open(path = "/"): Promise<void> {
    await this.page.goto(path);
    const other = this.language === "zh" ? "中" : "EN";
    await this.page
      .getByRole("group", { name: /语言|Language/ })
      .getByText(other, { exact: true })
      .click();
    await expect(this.page.locator("html")).toHaveAttribute("lang", this.language === "zh" ? /^zh/ : /^en/);
  }

  get search(): Locator {
    return this.page.getByRole("combobox", { name: this.text("search.name") });
  }
  get canvas(): Locator {
    return this.page.getByRole("region", { name: this.text("canvas.region") });
  }
  get stage(): Locator {
    return this.canvas.getByRole("application");
  }
  get inspector(): Locator {
    return this.page.getByRole("complementary", { name: this.text("inspector.region") });
  }
  get workbench(): Locator {
    return this.page.getByLabel(this.text("workbench.region"), { exact: true });
  }

  /** How many entities the picture holds, as the canvas tells a screen reader. */
  async shown(): Promise<number> {
    const label = (await this.stage.getAttribute("aria-label")) ?? "";
    return Number(/\d+/.exec(label.replace(/[\s,\u2009]/g, ""))?.[0] ?? Number.NaN);
  }

  async find(text: string): Promise<void> {
    await this.search.fill(text);
    await this.page.getByRole("option").first().click();
  }
}
