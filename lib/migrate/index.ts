export { parseRecord, type Record, type RecordedComponent, readRecord } from "./record";
export { type Script, scriptOf } from "./script";
export { type Transfer, transfersBetween, transfersOf } from "./transfers";
