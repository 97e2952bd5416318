import { loadEnv } from "vite";

/** Vite's name for builds that are served. */
const MODE = "production";

/**
 * Every setting that a build of the dApp has, by the names of their variables (`VITE_…`), sorted: those of the process and of the
 * dApp's `.env` files as Vite reads them, and over them those of the stack. A build with others is another build.
 *
 * @param folder Absolute path of the dApp.
 */
export function webSettings(
  folder: string,
  env: Readonly<Record<string, string>>,
): readonly (readonly [name: string, value: string])[] {
  const settings = { ...loadEnv(MODE, folder, "VITE_"), ...env };
  return Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
}
