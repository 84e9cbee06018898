/** Makes the store of the state, by Terraform. */
export { type BootstrapOptions, bootstrap, type Result } from "./bootstrap";
export { terraformIn } from "./terraform";
