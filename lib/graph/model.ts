/** What a component is in a picture: it runs code, it holds data, or neither. */
export type Kind = "code" | "data" | "other";

/** A component. */
export interface Node {
  readonly address: string;
  /** Its Terraform label; unique. */
  readonly label: string;
  readonly name: string;
  /** The name of its module, and where it is there already. */
  readonly module: string;
  readonly kind: Kind;
  /** The environments that have it, where others lack it. */
  readonly only: readonly string[];
  /** Where it is, if not where its environment is: `region us-east-1`. */
  readonly place?: string;
}

/** A service with its components, in the order of the spec. */
export interface Cluster {
  readonly service: string;
  readonly nodes: readonly Node[];
}

/** A way that data goes. */
export interface Edge {
  /** Address of the component that data comes from. */
  readonly from: string;
  /** Address of the component that data goes to. */
  readonly to: string;
  readonly isBothWays: boolean;
  /** `use`: one has access to the other. `flow`: one feeds the other. `reference`: one knows an output of the other. */
  readonly kind: "use" | "flow" | "reference";
  /** How the spec says it: an access word, or the name of an input; empty where neither does. */
  readonly label: string;
}

/** A project as a picture shows it. */
export interface Graph {
  /** The project, and the environment if it is one alone. */
  readonly title: string;
  readonly clusters: readonly Cluster[];
  readonly edges: readonly Edge[];
}
