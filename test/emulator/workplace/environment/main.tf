terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "prefix" {
  type = string
}

# A role that exists before: only policies are attached to it.
variable "existing" {
  type = string
}

variable "changed" {
  type = bool
}

variable "deployers" {
  type = list(string)
}

data "aws_caller_identity" "here" {}

data "aws_region" "here" {}

data "aws_partition" "here" {}

locals {
  account = data.aws_caller_identity.here.account_id
  region  = data.aws_region.here.name
  days    = var.changed ? 60 : 30
  text    = var.changed ? "after" : "before"
}

output "account" {
  value = local.account
}

output "database" {
  value = aws_glue_catalog_database.sales.name
}

output "table" {
  value = aws_glue_catalog_table.orders.name
}

output "team_role" {
  value = aws_iam_role.team.arn
}

output "filter" {
  value = aws_lakeformation_data_cells_filter.rows.table_data[0].name
}
