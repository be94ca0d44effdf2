resource "aws_athena_workgroup" "team" {
  name          = "acme-team"
  force_destroy = true
  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = 10000000000
    engine_version {
      selected_engine_version = "Athena engine version 3"
    }
    result_configuration {
      output_location = "s3://${aws_s3_bucket.lake.id}/athena-results/"
    }
  }
}

resource "aws_athena_data_catalog" "other" {
  name        = "acme-other"
  description = "another account"
  type        = "GLUE"
  parameters  = { "catalog-id" = "210987654321" }
}

resource "aws_sns_topic" "failures" {
  name = "acme-failures"
}

resource "aws_cloudwatch_event_rule" "failed" {
  name = "acme-failed"
  event_pattern = jsonencode({
    source      = ["aws.glue"]
    detail-type = ["Glue Crawler State Change"]
    detail      = { state = ["Failed"], crawlerName = [aws_glue_crawler.everything.name] }
  })
}

resource "aws_cloudwatch_event_target" "failed" {
  rule = aws_cloudwatch_event_rule.failed.name
  arn  = aws_sns_topic.failures.arn
  input_transformer {
    input_paths    = { crawler = "$.detail.crawlerName" }
    input_template = "\"<crawler> failed\""
  }
  dead_letter_config {
    # A queue itself is watched by the provider for a minute, and the examples have some.
    arn = "arn:aws:sqs:${local.region}:${local.account}:acme-dead-letters"
  }
  retry_policy {
    maximum_event_age_in_seconds = 3600
    maximum_retry_attempts       = 3
  }
}

resource "aws_ram_resource_share" "catalog" {
  name                      = "acme-catalog"
  allow_external_principals = true
}

resource "aws_ram_principal_association" "other" {
  principal          = "210987654321"
  resource_share_arn = aws_ram_resource_share.catalog.arn
}

resource "aws_ram_resource_association" "catalog" {
  resource_arn       = "arn:aws:glue:${local.region}:${local.account}:catalog"
  resource_share_arn = aws_ram_resource_share.catalog.arn
}

resource "aws_cloudwatch_log_group" "studio" {
  name              = "/acme/studio"
  retention_in_days = 731
}
