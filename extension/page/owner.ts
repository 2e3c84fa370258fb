// What the overlay asks of whoever has something to say through it.
import type { Act, Finding, Fix, Mark, State, ToBackground } from "./message";

/** What may hide in a picture. */
export type Hidden = "hides-place" | "hides-names" | "hides-serial" | "hides-preview" | "hides-words";

/** What hides in pictures, and what can be done about it. */
export interface Cleaning {
  tells: { name: string; hides: Hidden[] }[];
  /** Files that it cannot be taken out of. */
  never: string[];
  /** It can be taken out of others. */
  can: boolean;
  /** The pictures wait to be cleaned; the page has others already, and they go in clean when they come again. */
  waits: boolean;
}

/** The gate before a composer, a button or a video. */
export interface Owner {
  readonly subject: { anchor: HTMLElement; once?: boolean; avoid?(): Element | null };
  readonly about: { act: Act; marks: Mark[] };
  /** How things stand now. */
  readonly state: State;
  shown(): Finding[];
  back(): void;
  carryOn(reason?: string): void;
  fix(finding: Finding, fix: Fix): Promise<boolean>;
  /** Of a finding about what hides in pictures. */
  readonly cleaning: Cleaning | null;
  clean(finding: Finding): void;
  notRight(finding: Finding): void;
  mark(message: ToBackground): Promise<void>;
}

/** Whether a finding pauses an action; the others are notes. */
export const isGrave = ({ severity }: Finding): boolean => severity === "warn" || severity === "stop";
