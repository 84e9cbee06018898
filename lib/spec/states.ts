import { cutOff, type State } from "../state";
import { circlesIn, linksOf } from "./cycles";
import type { Files } from "./files";
import { type Component, type Environment, labelOf, type Project } from "./project";
import type { Report } from "./reading";

type Components = Project["components"];
type Services = ReadonlyMap<string, readonly [Component, ...Component[]]>;

/** Components by their service, in the order of the spec. */
export function servicesOf(components: Components): Services {
  const services = new Map<string, [Component, ...Component[]]>();
  for (const component of components.values()) {
    const others = services.get(component.service);
    if (others) others.push(component);
    else services.set(component.service, [component]);
  }
  return services;
}

/** What is said of states, and the environments that have them. */
interface Stated extends Pick<Project, "name" | "layout" | "states"> {
  readonly state: State;
  readonly environments: readonly Environment[];
}

/** Reports what keeps services from having states of their own: circles between them, and places that are none. */
export function checkStates(stated: Stated, components: Components, { services }: Files, report: Report): void {
  if (stated.states === "environment" || report.diagnostics.length > 0) return;
  const byService = servicesOf(components);
  checkCircles(byService, components, report);
  const labels = new Map<string, string>();
  for (const [service, [first]] of byService) {
    const location = services.get(service)?.key ?? first.location;
    const other = labels.get(labelOf(service));
    if (other !== undefined)
      report.add(
        location,
        `the services ${service} and ${other} have the same name in Terraform`,
        "rename one of them",
      );
    labels.set(labelOf(service), service);
    const cut = cutIn(stated, service);
    if (cut) report.add(location, ...cut);
  }
}

function checkCircles(byService: Services, components: Components, report: Report) {
  const links = (service: string) =>
    (byService.get(service) ?? []).flatMap((component) =>
      linksOf(component).flatMap(({ to, location }) => {
        const target = components.get(to)?.service;
        return target === undefined || target === service ? [] : [{ to: target, location }];
      }),
    );
  for (const { path, location } of circlesIn(byService.keys(), links))
    report.add(
      location,
      `services with states of their own depend on one another in a circle: ${path.join(" → ")}`,
      "move what both need into one service, or keep one state: `states: environment`",
    );
}

/** What is wrong with the place of a service's state, and what to do. */
function cutIn({ name, layout, state, environments }: Stated, service: string): [string, string] | undefined {
  const places = layout === "workspaces" ? [undefined] : environments.map((environment) => environment.name);
  const cuts = places.flatMap(
    (environment) => cutOff(state, { project: name, service, environment, region: undefined }) ?? [],
  );
  const [cut] = cuts;
  return (
    cut && [
      `the state of ${service} would be ${cut.text}, which the state backend ${state.backend} cuts off after ${cut.after} characters`,
      "give the service, the environment or the project a shorter name",
    ]
  );
}
