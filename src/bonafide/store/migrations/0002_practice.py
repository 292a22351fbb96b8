
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='KeptStory',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=200)),
                ('story', models.JSONField()),
                ('told', models.JSONField(default=list)),
                ('made', models.DateTimeField()),
                ('changed', models.DateTimeField()),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'story',
                'ordering': ['-made', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Rehearsal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('plan', models.JSONField()),
                ('begun', models.PositiveSmallIntegerField(default=0)),
                ('skipped', models.JSONField(default=list)),
                ('began', models.DateTimeField()),
                ('ended', models.DateTimeField(null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rehearsals', to='store.application')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'rehearsal',
                'ordering': ['-began', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('guide', models.CharField(max_length=200)),
                ('question', models.CharField(max_length=200)),
                ('asked', models.TextField()),
                ('answer', models.TextField()),
                ('replies', models.JSONField(default=list)),
                ('probe', models.JSONField(null=True)),
                ('rating', models.JSONField()),
                ('level', models.PositiveSmallIntegerField()),
                ('notes', models.TextField(blank=True)),
                ('seconds', models.PositiveIntegerField(default=0)),
                ('began', models.DateTimeField()),
                ('finished', models.DateTimeField(null=True)),
                ('application', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='attempts', to='store.application')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('rehearsal', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='attempts', to='store.rehearsal')),
            ],
            options={
                'db_table': 'attempt',
                'ordering': ['-began', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('own', models.BooleanField()),
                ('judgement', models.JSONField()),
                ('made', models.DateTimeField()),
                ('attempt', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opinions', to='store.attempt')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'opinion',
                'ordering': ['attempt', '-own', 'made', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('own', True)), fields=('attempt',), name='opinion_of_oneself_once')],
            },
        ),
        migrations.AddIndex(
            model_name='attempt',
            index=models.Index(fields=['owner', 'guide', 'question', 'began'], name='attempt_of_question'),
        ),
    ]
