data "aws_lakeformation_data_lake_settings" "before" {}

resource "aws_lakeformation_data_lake_settings" "account" {
  admins                                = [local.deployer, aws_iam_role.data_admin.arn]
  read_only_admins                      = [aws_iam_role.federated.arn]
  allow_external_data_filtering         = true
  external_data_filtering_allow_list    = [local.account]
  authorized_session_tag_value_list     = ["engine"]
  allow_full_table_external_data_access = true
  parameters                            = { CROSS_ACCOUNT_VERSION = "4" }
}

resource "aws_lakeformation_resource" "hybrid" {
  arn                     = "${aws_s3_bucket.lake.arn}/hybrid"
  role_arn                = aws_iam_role.data_admin.arn
  hybrid_access_enabled   = true
  use_service_linked_role = false
}

resource "aws_lakeformation_permissions" "one_table" {
  principal   = aws_iam_role.federated.arn
  permissions = ["SELECT"]
  table_with_columns {
    database_name = aws_glue_catalog_database.sales.name
    name          = aws_glue_catalog_table.orders.name
    wildcard      = true
  }
}

resource "aws_lakeformation_permissions" "columns" {
  principal   = aws_iam_role.reader.arn
  permissions = ["SELECT"]
  table_with_columns {
    database_name = aws_glue_catalog_database.sales.name
    name          = aws_glue_catalog_table.orders.name
    column_names  = ["id"]
  }
}

resource "aws_iam_role" "reader" {
  name               = "acme-reader"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_lakeformation_lf_tag" "sensitivity" {
  key    = "sensitivity"
  values = ["public", "secret"]
}

resource "aws_lakeformation_resource_lf_tags" "sales" {
  database {
    name = aws_glue_catalog_database.sales.name
  }
  lf_tag {
    key   = aws_lakeformation_lf_tag.sensitivity.key
    value = "public"
  }
}

resource "aws_lakeformation_permissions" "by_tag" {
  principal   = aws_iam_role.data_admin.arn
  permissions = ["SELECT", "DESCRIBE"]
  lf_tag_policy {
    resource_type = "TABLE"
    expression {
      key    = aws_lakeformation_lf_tag.sensitivity.key
      values = ["public", "secret"]
    }
  }
}
