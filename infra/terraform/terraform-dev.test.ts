import { describeTerraform } from "./describe-terraform";

describeTerraform("dev");
