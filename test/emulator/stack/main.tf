terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region              = "us-east-1"
  allowed_account_ids = ["123456789012"]

  default_tags {
    tags = {
      cost-center = "data"
      domain      = "shared"
    }
  }
}

data "aws_caller_identity" "here" {}

data "aws_region" "here" {}

data "aws_partition" "here" {}

data "aws_iam_session_context" "here" {
  arn = data.aws_caller_identity.here.arn
}

resource "terraform_data" "deployer" {
  input = data.aws_iam_session_context.here.issuer_arn

  lifecycle {
    ignore_changes = [input]
  }
}

locals {
  account  = data.aws_caller_identity.here.account_id
  region   = data.aws_region.here.name
  deployer = terraform_data.deployer.output
}
