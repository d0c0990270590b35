import type { IdentityProvider } from "./provider";

export type CognitoEnv = { AWS_REGION: string; COGNITO_USER_POOL_ID: string; COGNITO_CLIENT_ID: string; COGNITO_ENDPOINT?: string | undefined };

export declare function openCognito(env: CognitoEnv): Promise<IdentityProvider>;
