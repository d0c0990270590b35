/** A row of the documented stack: what it asks for, what stands here, and which test proves it. */
export type Row = {
  documented: string;
  here: string;
  /** Types of Terraform resources, present in every environment. */
  resources: string[];
  /** Kubernetes' objects, `Kind/name`. */
  objects?: string[];
  /** Titles of tests, as they stand in the files. */
  tests: string[];
};

export const rows: readonly Row[] = [
  {
    documented: "VPC 10.0.0.0/16, three tiers in two zones, NAT per zone",
    here: "the same CIDRs; zones and NAT as configuration, a third zone in prod; S3 endpoint; flow logs",
    resources: ["aws_vpc", "aws_subnet", "aws_nat_gateway", "aws_route_table", "aws_vpc_endpoint", "aws_flow_log"],
    tests: [
      "VPC 10.0.0.0/16 with the documented subnets in 2a and 2c",
      "NAT as configured: one in dev, one per zone in prod",
      "data subnets have routes of their own, and no way out",
    ],
  },
  {
    documented: "Security groups: nodes → RDS, nodes → cache, VPC link → load balancer",
    here: "a rule per flow on both ends, group to group; nothing open to the world",
    resources: ["aws_security_group", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"],
    tests: [
      "prod: MongoDB is Atlas, through the peering alone",
      "no security group takes connections from everywhere",
      "open 3306 to the world",
    ],
  },
  {
    documented: "IAM roles: cluster, nodes, CodeBuild, CodePipeline",
    here: "the same, a Pod Identity role per controller and workload, access entries instead of aws-auth",
    resources: ["aws_iam_role", "aws_eks_pod_identity_association", "aws_eks_access_entry"],
    tests: [
      "cluster, nodes (Worker, CNI, ECR read), CodeBuild and CodePipeline have theirs",
      "controllers and workloads get theirs by Pod Identity, each one's own",
      "people come in by access entries, and nobody is system:masters",
      "widen an IAM action to *",
    ],
  },
  {
    documented: "Secrets Manager with generated 16-character passwords, External Secrets Operator",
    here: "48 characters that stay until a number is raised; RDS keeps its own; copied by External Secrets",
    resources: ["aws_secretsmanager_secret", "aws_secretsmanager_secret_version", "terraform_data"],
    objects: ["SecretStore/aws", "ExternalSecret/stores", "ExternalSecret/mysql-admin"],
    tests: [
      "are generated, longer than 16 characters, and stay until their rotation number is raised",
      "reach Kubernetes by External Secrets, from a store without credentials",
      "RDS makes and turns its administrator's own",
    ],
  },
  {
    documented: "RDS MySQL db.t3.micro, ElastiCache Redis cache.t3.micro, MongoDB Atlas M0",
    here: "RDS MySQL 8.4, ElastiCache Valkey 8, Atlas or DocumentDB; encrypted, TLS alone, restorable",
    resources: ["aws_db_instance", "aws_elasticache_replication_group", "aws_elasticache_user"],
    tests: [
      "RDS MySQL 8.4: encrypted, TLS required, restorable, slow log; in prod protected and in two zones",
      "ElastiCache Valkey 8: replicated in prod, TLS, users",
      "MongoDB is Atlas by a secret, through a peering where there is one",
      "or Amazon DocumentDB, by the same secret",
    ],
  },
  {
    documented: "EKS 1.31, nodes t3.small 1–3, logs api, audit, authenticator",
    here: "EKS 1.35, standard support, KMS, t4g.medium on AL2023, Kafka's nodes tainted",
    resources: ["aws_eks_cluster", "aws_eks_node_group", "aws_launch_template", "aws_eks_addon"],
    tests: [
      "EKS 1.35 with standard support, KMS for secrets, the documented logs, an API for few",
      "nodes are t4g.medium on AL2023, 1 to 3, and Kafka has its own, tainted",
    ],
  },
  {
    documented: "AWS Load Balancer Controller by Helm; NLB with target groups and HTTP health checks",
    here: "the controller by the pipeline; load balancer and target groups in Terraform, pods bound by TargetGroupBinding",
    resources: ["aws_lb", "aws_lb_listener", "aws_lb_target_group"],
    objects: ["TargetGroupBinding/web", "TargetGroupBinding/soketi"],
    tests: [
      "the load balancer is Terraform's, its targets the pods', by HTTP health checks and readiness gates",
      "are pinned, in the minor versions that were chosen",
    ],
  },
  {
    documented: "API Gateway HTTP API, Cognito JWT authorizer, VPC link, path rewrite, CORS",
    here: "/api/v1/* alone: a token of the user pool on every route, exact origins, throttling, access log",
    resources: [
      "aws_apigatewayv2_api",
      "aws_apigatewayv2_route",
      "aws_apigatewayv2_authorizer",
      "aws_apigatewayv2_vpc_link",
      "aws_apigatewayv2_stage",
    ],
    tests: [
      "a JWT authorizer of the user pool on every route, with the path rewritten",
      "exact origins, throttling, an access log",
      "drop the authorizer of a route",
    ],
  },
  {
    documented: "CloudFront and S3 frontend",
    here: "built files from a private bucket, the API to API Gateway, pages and sockets through VPC origins; WAF, HTTP/3",
    resources: [
      "aws_cloudfront_distribution",
      "aws_cloudfront_vpc_origin",
      "aws_cloudfront_origin_access_control",
      "aws_wafv2_web_acl",
    ],
    tests: [
      "built files from a private bucket, the API from API Gateway, the rest and sockets through VPC origins",
      "Soketi's trigger API and the metrics are blocked",
      "HTTP/3, a firewall, security headers",
      "only CloudFront reads the bucket",
    ],
  },
  {
    documented: "Cognito user pool with password policy and custom attributes, identity pool",
    here: "the same policy as the product's, attributes that no client may write, TOTP, protected",
    resources: ["aws_cognito_user_pool", "aws_cognito_user_pool_client", "aws_cognito_identity_pool"],
    tests: [
      "passwords follow the same rule as the product's own check",
      "department and position are attributes that no client may write",
      "TOTP is optional, the pool is protected, an identity pool gives no rights",
    ],
  },
  {
    documented: "Kafka 3 with ZooKeeper as pods",
    here: "Strimzi 1.2, Kafka 4.3 without ZooKeeper, three brokers, TLS and SCRAM, rights per client, topics from the catalog",
    resources: ["aws_eks_node_group"],
    objects: ["Kafka/erp", "KafkaNodePool/nodes", "KafkaTopic/erp.approvals.v1", "KafkaUser/worker-relay"],
    tests: [
      "Kafka 4.3 without ZooKeeper: three voters, three copies of which two must agree, TLS and SCRAM, rights per client",
      "every topic of the catalog and its dead letters are KafkaTopics with the programs' partitions and retention",
    ],
  },
  {
    documented: "Deployments: 2 replicas, requests 200m/256Mi, limits 500m/512Mi, probes, rolling update",
    here: "one factory: probes, resources, no root, nothing writable, spread, budgets; everything between pods starts denied",
    resources: ["aws_eks_cluster"],
    objects: ["Deployment/web", "Deployment/worker-approvals", "PodDisruptionBudget/web", "NetworkPolicy/web"],
    tests: [
      "Deployments have the documented requests, limits and rolling update",
      "probes ask routes that exist",
      "remove a probe",
      "unpin an image",
    ],
  },
  {
    documented: "HPA 2–5, CPU 70, memory 80, scale-down 50 % a minute after 5 minutes",
    here: "web exactly so; workers by KEDA on lag; soketi reluctantly; never a fixed number beside",
    resources: ["aws_eks_addon"],
    objects: ["HorizontalPodAutoscaler/web", "ScaledObject/worker-approvals", "HorizontalPodAutoscaler/soketi"],
    tests: [
      "web scales as documented: 2 to 5 pods, CPU 70, memory 80, down by half a minute after five minutes",
      "workers scale by lag, soketi reluctantly",
      "fix replicas beside an HPA",
      "no consumer group has more pods than partitions",
    ],
  },
  {
    documented: "CodePipeline: GitHub → CodeBuild → deploy",
    here: "V2: verify by npm test, images by digest, scanned and signed, plan, approval, deploy with undo, smoke",
    resources: [
      "aws_codepipeline",
      "aws_codebuild_project",
      "aws_ecr_repository",
      "aws_codestarconnections_connection",
    ],
    tests: [
      "is V2: source, verify, build, plan, approve, deploy, smoke",
      "verify runs the project's own test command",
      "images are scanned, listed and signed before anybody can deploy them",
      "finds nothing at a portal that is well",
    ],
  },
  {
    documented: "CloudWatch logs, Container Insights, CPU > 80 % alarm to SNS",
    here: "the same, alarms on symptoms from the programs' own metrics, dashboards as code, a budget",
    resources: [
      "aws_cloudwatch_log_group",
      "aws_cloudwatch_metric_alarm",
      "aws_sns_topic",
      "aws_prometheus_rule_group_namespace",
      "aws_cloudwatch_dashboard",
      "aws_budgets_budget",
    ],
    objects: ["Deployment/collector", "ConfigMap/dashboard"],
    tests: [
      "CPU above 80 % tells a topic, as documented",
      "Container Insights come by the add-on, in a role of its own",
      "whatever the programs export somebody looks at",
    ],
  },
  {
    documented: "$191 a month",
    here: "a table per environment from its sizes, marked as estimates: npm run infra:cost",
    resources: ["aws_budgets_budget"],
    tests: ["stays within its budget, with some room and not too much", "refuses a size that has no price"],
  },
];
