import type { Cloud, Settings } from "../cloud";
import { type LocatedMap, locate, locateKey } from "../source";
import type { Profile } from "./context";
import { didYouMean } from "./did-you-mean";
import type { Envelope } from "./envelope";
import type { Environment } from "./project";
import type { Report } from "./reading";

type Profiles = Readonly<Record<string, Profile>>;
type Given = Pick<Envelope, "environments" | "ownStates" | "tags">;

/** The environments of a spec, with what they inherit from the project. */
export function readEnvironments(
  { environments, ownStates, tags: shared, ...project }: Given,
  { required }: Cloud,
  main: LocatedMap,
  profiles: Profiles,
  report: Report,
): Environment[] {
  const inherited = pick(project as unknown as Settings, required);
  const found = Object.entries(environments).map(([name, words]): Environment => {
    const { profile = name, ephemeral = false, protected: isProtected = !ephemeral, tags: set, ...own } = words;
    const isKnown = Object.hasOwn(profiles, profile);
    if (!isKnown && profile !== name) unknownProfile(name, profile, main, profiles, report);
    const settings = { ...inherited, ...(own as Settings) };
    const tags = { ...shared, ...set };
    const ownState = ownStates[name];
    const known = { ...(isKnown ? { profile } : {}), ...(ownState ? { ownState } : {}) };
    return { name, protected: isProtected, settings, tags, ...known };
  });
  for (const setting of required) checkSetting(setting, found, main, report);
  return found;
}

const pick = (settings: Settings, names: readonly string[]): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => names.includes(name)));

function unknownProfile(name: string, profile: string, main: LocatedMap, profiles: Profiles, report: Report): void {
  const place = locate(main, ["environments", name, "profile"]);
  report.add(place, `there is no profile "${profile}"`, didYouMean("profiles", profile, Object.keys(profiles)));
}

function checkSetting(setting: string, environments: readonly Environment[], main: LocatedMap, report: Report): void {
  const lacking = environments.filter(({ settings }) => settings[setting] === undefined);
  if (lacking.length === environments.length) {
    report.add(
      main.location,
      `${setting} is required`,
      `give the project a \`${setting}\`, or each environment its own`,
    );
    return;
  }
  for (const { name } of lacking) {
    const help = `give it one, or the project a \`${setting}\` for all`;
    report.add(locateKey(main, ["environments", name]), `environment ${name} has no ${setting}`, help);
  }
}
