resource "aws_sagemaker_studio_lifecycle_config" "start" {
  studio_lifecycle_config_name     = "acme-start"
  studio_lifecycle_config_app_type = "JupyterLab"
  studio_lifecycle_config_content  = base64encode("echo hello")
}

resource "aws_sagemaker_domain" "team" {
  domain_name             = "acme-team"
  auth_mode               = "IAM"
  vpc_id                  = aws_vpc.main.id
  subnet_ids              = [aws_subnet.main.id]
  app_network_access_type = "VpcOnly"

  default_user_settings {
    execution_role  = aws_iam_role.data_admin.arn
    security_groups = [aws_security_group.glue.id]
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.start.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.start.arn
      }
    }
    sharing_settings {
      notebook_output_option = "Allowed"
      s3_output_path         = "s3://${aws_s3_bucket.lake.id}/sharing"
    }
    studio_web_portal = "ENABLED"
  }

  default_space_settings {
    execution_role = aws_iam_role.data_admin.arn
  }

  domain_settings {
    execution_role_identity_config = "USER_PROFILE_NAME"
    security_group_ids             = [aws_security_group.glue.id]
    docker_settings {
      enable_docker_access = "DISABLED"
    }
  }

  retention_policy {
    home_efs_file_system = "Delete"
  }
}

resource "aws_sagemaker_user_profile" "one" {
  domain_id         = aws_sagemaker_domain.team.id
  user_profile_name = "data-scientist"
  user_settings {
    execution_role  = aws_iam_role.data_admin.arn
    security_groups = [aws_security_group.glue.id]
  }
}

resource "aws_sagemaker_space" "shared" {
  domain_id          = aws_sagemaker_domain.team.id
  space_name         = "shared"
  space_display_name = "Shared"
  ownership_settings {
    owner_user_profile_name = aws_sagemaker_user_profile.one.user_profile_name
  }
  space_sharing_settings {
    sharing_type = "Private"
  }
  space_settings {
    app_type = "JupyterLab"
  }
}

resource "aws_sagemaker_app" "server" {
  domain_id         = aws_sagemaker_domain.team.id
  user_profile_name = aws_sagemaker_user_profile.one.user_profile_name
  app_name          = "default"
  app_type          = "JupyterServer"
}

resource "aws_sagemaker_mlflow_tracking_server" "team" {
  tracking_server_name = "acme-team"
  role_arn             = aws_iam_role.data_admin.arn
  artifact_store_uri   = "s3://${aws_s3_bucket.lake.id}/mlflow"
}
