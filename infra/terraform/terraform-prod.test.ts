import { describeTerraform } from "./describe-terraform";

describeTerraform("prod");
