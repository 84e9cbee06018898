import { type Location, UserError } from "../../diagnostic";

/** What patterns and repetitions may come to: far more than Terraform can plan. */
const MOST = { components: 50_000, values: 1_000_000 } as const;

/** Characters that a text may come to. */
const LONGEST = 100_000;

/** Bounds what is written once for several places, against uses that multiply one another. */
export class Budget {
  private readonly taken = { components: 0, values: 0 };

  /** Counts one more. @throws UserError where they are too many. */
  take(what: keyof typeof MOST, location: Location): void {
    this.taken[what] += 1;
    if (this.taken[what] <= MOST[what]) return;
    const message = `the patterns and repetitions of this spec come to more than ${MOST[what]} ${what}`;
    throw new UserError([{ message, location, help: "use fewer patterns of patterns" }]);
  }

  /** @throws UserError where a text is too long. */
  measure(text: string, location: Location): void {
    if (text.length <= LONGEST) return;
    const message = `this text comes to more than ${LONGEST} characters`;
    throw new UserError([{ message, location, help: "use fewer references in references" }]);
  }
}
