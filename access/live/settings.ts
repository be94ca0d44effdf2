/** How to reach AWS: what every client of its SDK is made with. */
export interface LiveSettings {
  /** Of an emulator; AWS's own endpoints by default. */
  readonly endpoint?: string;
  /** Where things stand that name no region. */
  readonly region: string;
  /** The SDK's default chain (environment, profile, …) by default. */
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}
