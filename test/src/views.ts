/** A screen that a journey is walked on. */
interface View {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: "light" | "dark";
  readonly hasTouch?: boolean;
}

/** What every test is run on, unless it asks for something else. */
const DESKTOP: View = { name: "desktop", viewport: { width: 1440, height: 940 }, colorScheme: "light" };

/** What journeys are walked on as well. */
const HANDHELD: readonly View[] = [
  { name: "tablet", viewport: { width: 768, height: 1024 }, colorScheme: "light", hasTouch: true },
  { name: "phone", viewport: { width: 360, height: 780 }, colorScheme: "dark", hasTouch: true },
];

/** Marks what somebody does from end to end: such tests are run on every screen. */
const JOURNEY = /@journey/;

/** A project of Playwright's. */
export interface Project {
  readonly name: string;
  readonly use: Omit<View, "name">;
  readonly grep?: RegExp;
  readonly testMatch?: string;
}

const projectOf = ({ name, ...use }: View): Project => ({ name, use });

/** Every screen with the tests that belong to it; file by file in the order of `files`, if that is given. */
export function projectsOf(files?: readonly string[]): Project[] {
  const projects = [projectOf(DESKTOP), ...HANDHELD.map((view) => ({ ...projectOf(view), grep: JOURNEY }))];
  if (files === undefined) return projects;
  // Projects keep their order.
  return files.flatMap((testMatch) =>
    projects.map((project) => ({ ...project, name: `${project.name} ${testMatch}`, testMatch })),
  );
}
