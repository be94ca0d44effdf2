resource "aws_glue_security_configuration" "sales" {
  name = "${var.prefix}-sales"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = aws_kms_key.data.arn
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
      kms_key_arn                   = aws_kms_key.data.arn
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
      kms_key_arn        = aws_kms_key.data.arn
    }
  }
}

# No create_table_default_permission and an empty one mean two things: here, nobody gets anything.
resource "aws_glue_catalog_database" "sales" {
  name         = "${var.prefix}_sales"
  description  = local.text
  location_uri = "s3://${aws_s3_bucket_policy.all["sales"].bucket}/"
  create_table_default_permission {
    permissions = []
    principal {
      data_lake_principal_identifier = "IAM_ALLOWED_PRINCIPALS"
    }
  }
  depends_on = [aws_lakeformation_data_lake_settings.account]
}

resource "aws_glue_catalog_database" "shared" {
  name       = "${var.prefix}_sales_shared"
  depends_on = [aws_lakeformation_data_lake_settings.account]
}

resource "aws_glue_catalog_database" "link" {
  name = "${var.prefix}_sales_link"
  target_database {
    catalog_id    = local.account
    database_name = aws_glue_catalog_database.sales.name
  }
  depends_on = [aws_lakeformation_data_lake_settings.account]
}

resource "aws_glue_catalog_table" "orders" {
  name          = "orders"
  database_name = aws_glue_catalog_database.sales.name
  description   = local.text
  table_type    = "EXTERNAL_TABLE"
  parameters    = { classification = "parquet", EXTERNAL = "TRUE" }
  storage_descriptor {
    location      = "s3://${aws_s3_bucket_policy.all["sales"].bucket}/orders/"
    input_format  = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat"
    output_format = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat"
    ser_de_info {
      serialization_library = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"
    }
    columns {
      name = "id"
      type = "bigint"
    }
    columns {
      name = "region"
      type = "string"
    }
    dynamic "columns" {
      for_each = var.changed ? ["amount"] : []
      content {
        name = columns.value
        type = "decimal(10,2)"
      }
    }
  }
}

resource "aws_glue_catalog_table" "link" {
  name          = "orders"
  database_name = aws_glue_catalog_database.shared.name
  target_table {
    catalog_id    = local.account
    database_name = aws_glue_catalog_database.sales.name
    name          = aws_glue_catalog_table.orders.name
    region        = local.region
  }
}

resource "aws_glue_crawler" "sales" {
  name                   = "${var.prefix}-sales"
  description            = local.text
  role                   = aws_iam_role.team.arn
  database_name          = aws_glue_catalog_database.sales.name
  security_configuration = aws_glue_security_configuration.sales.name
  s3_target {
    path = "s3://${aws_s3_bucket_policy.all["sales"].bucket}/"
  }
  schema_change_policy {
    delete_behavior = "LOG"
    update_behavior = "UPDATE_IN_DATABASE"
  }
  lake_formation_configuration {
    use_lake_formation_credentials = true
    account_id                     = local.account
  }
}

resource "aws_glue_job" "profile" {
  name                   = "${var.prefix}-profile"
  description            = local.text
  role_arn               = aws_iam_role.team.arn
  glue_version           = "4.0"
  worker_type            = "G.1X"
  number_of_workers      = 2
  timeout                = local.days
  max_retries            = 0
  security_configuration = aws_glue_security_configuration.sales.name
  default_arguments      = { "--job-language" = "python", "--dbName" = aws_glue_catalog_database.sales.name }
  command {
    name            = "glueetl"
    python_version  = "3"
    script_location = "s3://${aws_s3_object.script.bucket}/${aws_s3_object.script.key}"
  }
  execution_property {
    max_concurrent_runs = 100
  }
}

resource "aws_athena_workgroup" "team" {
  name          = "${var.prefix}-team"
  description   = local.text
  force_destroy = true
  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    result_configuration {
      output_location = "s3://${aws_s3_bucket_policy.all["default"].bucket}/athena/${local.text}/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.data.arn
      }
    }
  }
}
