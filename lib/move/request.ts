/** A component, and the address that it is to have. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** Whether its Terraform label becomes another one. */
  readonly isRelabelled: boolean;
}

/** The service and the name in an address. */
export function partsOf(address: string): readonly [service: string, name: string] {
  const [service = "", name = ""] = address.split(".");
  return [service, name];
}
